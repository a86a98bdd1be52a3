package io.sandtable.web.mandate;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.page.SentForms;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /mandates}: what the service may release by itself, to give and to take back. */
@Controller
@Profile("service")
@RequestMapping("/mandates")
class MandatesPage {
    private static final int USUAL_DAYS = 90;

    private final Mandates mandates;
    private final Companies companies;
    private final LoadedCompanies loaded;
    private final SentForms forms;
    private final Clock clock;

    MandatesPage(Mandates mandates, Companies companies, LoadedCompanies loaded, SentForms forms, Clock clock) {
        this.mandates = mandates;
        this.companies = companies;
        this.loaded = loaded;
        this.forms = forms;
        this.clock = clock;
    }

    /** A supplier to choose. */
    record Choice(String id, String name) {}

    /**
     * What was typed, to be shown again where it was refused.
     *
     * @param until as typed
     */
    record Form(Set<String> suppliers, String perOrder, String perMonth, String until, String note) {}

    /**
     * A row.
     *
     * @param suppliers their names
     * @param state holds, ended or revoked
     */
    record Row(Mandate mandate, List<String> suppliers, Money used, String state) {}

    @GetMapping
    String list(Person person, Language language, Model model) {
        String company = companies.current();
        BusinessSnapshot snapshot = loaded.business(company).snapshot();
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "rows",
                mandates.list(company).stream()
                        .map(m -> new Row(m, names(m, snapshot, language), mandates.used(m), state(m, today)))
                        .toList());
        model.addAttribute(
                "suppliers",
                snapshot.nodes(NodeType.SUPPLIER).stream()
                        .map(s -> new Choice(s.id(), name(s, language)))
                        .sorted(Comparator.comparing(Choice::name))
                        .toList());
        model.addAttribute("mayGrant", person.is(Role.MANAGER));
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed",
                    new Form(Set.of(), "", "", today.plusDays(USUAL_DAYS).toString(), ""));
        }
        return "mandate/mandates";
    }

    private static String state(Mandate mandate, LocalDate today) {
        return mandate.revoked() != null ? "revoked" : mandate.holds(today) ? "holds" : "ended";
    }

    private static List<String> names(Mandate mandate, BusinessSnapshot snapshot, Language language) {
        return mandate.suppliers().stream()
                .map(id -> snapshot.findNode(id).map(n -> name(n, language)).orElse(id))
                .sorted()
                .toList();
    }

    private static String name(Node node, Language language) {
        return language.choose(node.name(), node.nameEn());
    }

    @PostMapping
    String grant(
            @RequestParam(defaultValue = "") Set<String> suppliers,
            @RequestParam(defaultValue = "") String perOrder,
            @RequestParam(defaultValue = "") String perMonth,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            HttpServletRequest request,
            RedirectAttributes then) {
        boolean done = act(
                "granted",
                language,
                then,
                () -> forms.once(
                        request,
                        () -> mandates.grant(
                                        companies.current(),
                                        new Mandates.Terms(suppliers, yuan(perOrder), yuan(perMonth), day(until), note),
                                        person)
                                .id()));
        if (!done) {
            then.addFlashAttribute("typed", new Form(suppliers, perOrder, perMonth, until, note));
        }
        return "redirect:/mandates";
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            RedirectAttributes then) {
        act("revoked", language, then, () -> mandates.revoke(id, note, person).id());
        return "redirect:/mandates";
    }

    private static Money yuan(String typed) {
        String digits = typed.strip().replace(",", "").replace("，", "");
        try {
            return Money.of(Money.CNY, new BigDecimal(digits));
        } catch (ArithmeticException | NumberFormatException e) {
            throw Refusal.badInput("MANDATE_NOT_MONEY", typed.strip());
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Refusal.badInput("MANDATE_NOT_A_DAY", typed.strip());
        }
    }

    private static boolean act(String done, Language language, RedirectAttributes then, Supplier<String> work) {
        Words words = Words.in(language);
        try {
            then.addFlashAttribute("done", words.say("mandate.done." + done, work.get()));
            return true;
        } catch (Refusal refusal) {
            if (refusal.status().value() == 404) {
                throw refusal;
            }
            then.addFlashAttribute(
                    "refused",
                    words.say("problem." + refusal.code(), refusal.arguments().toArray()));
            return false;
        }
    }
}
