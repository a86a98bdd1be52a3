package io.sandtable.web.imports;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.ProposalYaml;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.ImportFiles;
import io.sandtable.web.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /data/import/{id}/columns}: what the columns of tables that no mapping knows are; a person says so before anything is read. */
@Controller
@Profile("service")
@RequestMapping("/data/import/{id}/columns")
class ColumnsPage {
    private static final int LONGEST_NAME = 60;

    private final Uploads uploads;
    private final KeptMappings mappings;

    ColumnsPage(Uploads uploads, KeptMappings mappings) {
        this.uploads = uploads;
        this.mappings = mappings;
    }

    @GetMapping
    String show(@PathVariable String id, Language language, Model model) {
        Upload upload = uploads.get(id);
        return page(upload, uploads.propose(upload, uploads.said(upload)), language, model);
    }

    @PostMapping
    String say(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Person person,
            Language language,
            Model model,
            RedirectAttributes then,
            HttpServletResponse response) {
        Upload upload = uploads.get(id);
        Choices choices = choices(form, person);
        Proposal proposal = uploads.propose(upload, choices);
        // columns that were guessed just now nobody has seen
        boolean ready = ColumnsView.of(proposal, language).isReady() && haveBeenSeen(form);
        boolean save = "save".equals(form.getFirst("act"));
        if (save && ready) {
            String stem = upload.names().getFirst().replaceFirst("\\.[^.]*$", "");
            String yaml = ProposalYaml.of(proposal, ImportFiles.shortName(stem), language.locale());
            if (ColumnsView.isOnlyDescribed(proposal)) {
                return keep(upload, yaml, stem, person, language, then);
            }
            uploads.map(upload, yaml, choices);
            return "redirect:/data/import/" + id;
        }
        if (save) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", Words.in(language).say("columns.notYet"));
        }
        return page(upload, proposal, language, model);
    }

    /** The description of an interface has no data to be checked: what was said of it waits for the answers. */
    private String keep(
            Upload upload, String yaml, String stem, Person person, Language language, RedirectAttributes then) {
        String plain = stem.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        String name = "api-" + plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        mappings.keep(name, yaml, person.name(), upload.names());
        uploads.remove(upload.id());
        then.addFlashAttribute("done", Words.in(language).say("columns.kept", name));
        return "redirect:/data/import";
    }

    private static boolean haveBeenSeen(MultiValueMap<String, String> form) {
        int files = Objects.requireNonNullElse(form.get("file"), List.of()).size();
        return IntStream.range(0, files)
                .allMatch(t ->
                        Objects.requireNonNullElse(form.getFirst("as" + t), "").equals(form.getFirst("was" + t)));
    }

    /** What was chosen; the columns of a file that is another table now are guessed anew. */
    private static Choices choices(MultiValueMap<String, String> form, Person person) {
        var tables = new HashMap<String, String>();
        var columns = new HashMap<String, List<String>>();
        List<String> files = Objects.requireNonNullElse(form.get("file"), List.of());
        for (int t = 0; t < files.size(); t++) {
            String as = Objects.requireNonNullElse(form.getFirst("as" + t), "");
            tables.put(files.get(t), as);
            if (as.equals(form.getFirst("was" + t))) {
                columns.put(files.get(t), Objects.requireNonNullElse(form.get("column" + t), List.of()));
            }
        }
        return new Choices(person.name(), tables, columns);
    }

    private static String page(Upload upload, Proposal proposal, Language language, Model model) {
        model.addAttribute("upload", upload);
        model.addAttribute("view", ColumnsView.of(proposal, language));
        model.addAttribute("described", ColumnsView.isOnlyDescribed(proposal));
        model.addAttribute("troubles", ColumnsView.troubles(proposal, language));
        model.addAttribute("steps", ImportPage.steps(1, language));
        return "data/columns";
    }
}
