package io.sandtable.web.people;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page: who is here, with which roles. Whatever changes for somebody ends her sessions. */
@Controller
@RequestMapping("/people")
class PeoplePage {
    private final People people;
    private final Sessions sessions;
    private final Lockout lockout;
    private final Clock clock;

    PeoplePage(People people, Sessions sessions, Lockout lockout, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.lockout = lockout;
        this.clock = clock;
    }

    @GetMapping
    String show(Person reader, Language language, Model model) {
        List<PersonRow> rows = people.list().stream()
                .map(person -> PersonRow.of(person, reader, clock.getZone(), language))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("roles", Role.values());
        return "people/people";
    }

    @PostMapping
    String add(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") Set<Role> roles,
            Language language,
            RedirectAttributes then) {
        boolean added = change(language, then, () -> {
            then.addFlashAttribute("once", people.add(name, displayName, roles));
            return Words.in(language).say("people.added", SignInName.normal(name));
        });
        if (!added) {
            then.addFlashAttribute("typedName", name);
            then.addFlashAttribute("typedDisplayName", displayName);
            then.addFlashAttribute("typedRoles", roles);
        }
        return "redirect:/people";
    }

    @PostMapping("/{name}/roles")
    String changeRoles(
            @PathVariable String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            Language language,
            RedirectAttributes then) {
        change(language, then, () -> {
            people.changeRoles(name, roles);
            sessions.end(people.get(name));
            return Words.in(language)
                    .say("people.rolesChanged", people.get(name).displayName());
        });
        return "redirect:/people";
    }

    @PostMapping("/{name}/disable")
    String disable(@PathVariable String name, Language language, RedirectAttributes then) {
        change(language, then, () -> {
            people.disable(name);
            sessions.end(people.get(name));
            return Words.in(language).say("people.disabled", people.get(name).displayName());
        });
        return "redirect:/people";
    }

    @PostMapping("/{name}/enable")
    String enable(@PathVariable String name, Language language, RedirectAttributes then) {
        change(language, then, () -> {
            people.enable(name);
            return Words.in(language).say("people.enabled", people.get(name).displayName());
        });
        return "redirect:/people";
    }

    @PostMapping("/{name}/password")
    String resetPassword(@PathVariable String name, Language language, RedirectAttributes then) {
        change(language, then, () -> {
            then.addFlashAttribute("once", people.resetPassword(name));
            lockout.forgive(people.get(name).name());
            sessions.end(people.get(name));
            return Words.in(language)
                    .say("people.passwordReset", people.get(name).displayName());
        });
        return "redirect:/people";
    }

    /** Says on the page what was done, or why it was not. */
    private static boolean change(Language language, RedirectAttributes then, Supplier<@Nullable String> act) {
        try {
            then.addFlashAttribute("done", act.get());
            return true;
        } catch (Refusal refusal) {
            then.addFlashAttribute(
                    "refused",
                    Words.in(language)
                            .say(
                                    "problem." + refusal.code(),
                                    refusal.arguments().toArray()));
            return false;
        }
    }
}
