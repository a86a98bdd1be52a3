package io.sandtable.web.imports;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /data/mappings/{name}}: what a person once confirmed, to be looked at, taken along or removed. */
@Controller
@Profile("service")
@RequestMapping("/data/mappings/{name}")
class MappingPage {
    static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final KeptMappings mappings;

    MappingPage(KeptMappings mappings) {
        this.mappings = mappings;
    }

    @GetMapping
    String show(@PathVariable String name, Person person, Language language, Model model) {
        model.addAttribute("mapping", KeptMappingView.of(mappings.get(name), language));
        model.addAttribute("yaml", mappings.text(name));
        model.addAttribute("mayRemove", person.is(Role.ADMINISTRATOR) || person.is(Role.PLANNER));
        return "data/mapping";
    }

    @GetMapping("/download")
    ResponseEntity<byte[]> download(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".yaml", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(mappings.text(name).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/remove")
    String remove(@PathVariable String name, Person person, Language language, RedirectAttributes then) {
        mappings.remove(name, person);
        then.addFlashAttribute("done", Words.in(language).say("mappings.removed", name));
        return "redirect:/data/import";
    }
}
