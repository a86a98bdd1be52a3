package io.sandtable.web.imports;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.ImportFiles;
import io.sandtable.web.page.Step;
import io.sandtable.web.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /data/import}: choose files, see everything that is wrong with them, confirm; nothing is loaded before. */
@Controller
@Profile("service")
@RequestMapping("/data/import")
class ImportPage {
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** What a spreadsheet takes for the beginning of one. */
    private static final String FORMULA = "=+-@\t\r";

    private final Uploads uploads;
    private final KeptMappings mappings;
    private final Loading loading;
    private final Companies companies;

    ImportPage(Uploads uploads, KeptMappings mappings, Loading loading, Companies companies) {
        this.uploads = uploads;
        this.mappings = mappings;
        this.loading = loading;
        this.companies = companies;
    }

    @GetMapping
    String choose(Language language, Model model) {
        model.addAttribute("steps", steps(0, language));
        model.addAttribute(
                "mappings",
                mappings.list().stream()
                        .map(kept -> KeptMappingView.of(kept, language))
                        .toList());
        return "data/import";
    }

    @PostMapping
    String send(
            @RequestParam List<MultipartFile> files,
            Person person,
            Language language,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/data/import/"
                    + uploads.add(person.name(), Sent.of(files), null, null).id();
        } catch (Refusal refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("problem", words(refused, language));
            return choose(language, model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Language language, Model model) {
        Upload upload = uploads.get(id);
        Loading.Attempt attempt = loading.find(id).orElse(null);
        Dataset dataset = uploads.check(upload);
        if (upload.mapping() == null
                && dataset.problems().stream().anyMatch(p -> p.code() == ProblemCode.FORMAT_UNKNOWN)) {
            return "redirect:/data/import/" + id + "/columns";
        }
        CheckView check = CheckView.of(dataset, language);
        String company = upload.company() != null ? upload.company() : ImportFiles.shortName(dataset.name());
        boolean done = upload.result() != null;
        model.addAttribute("upload", upload);
        model.addAttribute("attempt", attempt);
        model.addAttribute("check", check);
        model.addAttribute("companyName", dataset.title().in(language.locale()));
        model.addAttribute("origin", dataset.origin().name());
        model.addAttribute("asOf", dataset.asOf() != null ? dataset.asOf() : upload.asOf());
        model.addAttribute("shortName", company);
        model.addAttribute("replaces", companies.findCard(company).isPresent());
        model.addAttribute(
                "steps",
                steps(done ? 4 : attempt != null && attempt.isUnderWay() ? 3 : check.importable() ? 3 : 2, language));
        return "data/check";
    }

    @PostMapping("/{id}")
    String confirm(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String shortName,
            @RequestParam(defaultValue = "") String companyTitle,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            Language language,
            RedirectAttributes then) {
        if (act.equals("discard")) {
            uploads.remove(uploads.get(id).id());
            return "redirect:/data/import";
        }
        String name = shortName.strip();
        String title = companyTitle.strip();
        Upload said = uploads.get(id).with(name.isEmpty() ? null : name, title.isEmpty() ? null : title, asOf);
        try {
            if (!name.isEmpty() && !name.matches(Companies.SHORT_NAME)) {
                throw Refusal.badInput("COMPANY_NAME", name);
            }
            uploads.keep(said);
            Dataset dataset = uploads.check(said);
            ImportFiles.Rows rows = act.equals("load-good") ? ImportFiles.Rows.GOOD : ImportFiles.Rows.ALL;
            if (act.startsWith("load") && ImportFiles.mayBeImported(dataset, rows)) {
                loading.begin(said, name.isEmpty() ? ImportFiles.shortName(dataset.name()) : name, rows);
            }
        } catch (Refusal refused) {
            then.addFlashAttribute("problem", words(refused, language));
        }
        return "redirect:/data/import/" + id;
    }

    /** How far the import is; the page is loaded anew once it has ended. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable String id, HttpServletResponse response, Model model) {
        Loading.Attempt attempt = loading.find(id).orElse(null);
        if (attempt == null || !attempt.isUnderWay()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("upload", uploads.get(id));
        model.addAttribute("attempt", attempt);
        return "data/progress :: progress";
    }

    /** Every problem as a table, for whoever puts the files right. */
    @GetMapping("/{id}/problems.csv")
    ResponseEntity<byte[]> problems(@PathVariable String id, Language language) {
        var said = new ProblemWords(language.locale());
        Words words = Words.in(language);
        String head = Stream.of("file", "row", "column", "value", "expected", "sentence")
                .map(column -> cell(words.say("import.csv." + column)))
                .collect(Collectors.joining(","));
        String rows = uploads.check(uploads.get(id)).problems().stream()
                .filter(Problem::isError)
                .map(p -> Stream.of(
                                p.file(),
                                p.row() == 0 ? "" : Integer.toString(p.row()),
                                p.column(),
                                p.value(),
                                p.expected(),
                                said.of(p))
                        .map(ImportPage::cell)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-problems.csv\"")
                .body(("\uFEFF" + head + "\r\n" + rows + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The tables themselves with every error marked where it stands, to be put right and sent again. */
    @GetMapping("/{id}/marked.xlsx")
    ResponseEntity<byte[]> marked(@PathVariable String id, Language language) {
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-marked.xlsx\"")
                .body(uploads.marked(uploads.get(id), language.locale()));
    }

    /** Quoted; a text that a spreadsheet would take for a formula is kept a text. */
    private static String cell(String text) {
        String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }

    private static String words(Refusal refused, Language language) {
        return Words.in(language)
                .say("problem." + refused.code(), refused.arguments().toArray());
    }

    static List<Step> steps(int now, Language language) {
        Words words = Words.in(language);
        List<String> names = List.of("files", "columns", "check", "confirm");
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Step(
                        words.say("import.step." + names.get(i)),
                        i < now ? Step.State.DONE : i == now ? Step.State.NOW : Step.State.TODO,
                        i == 1 && now > 1 ? words.say("import.step.columns.note") : null))
                .toList();
    }
}
