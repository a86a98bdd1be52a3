package io.sandtable.web.home;

import io.sandtable.web.Language;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: what needs this person today. */
@Controller
class HomePage {
    private final Desk desk;

    HomePage(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/")
    String show(@Nullable Principal principal, Language language, Model model) {
        model.addAttribute("desk", desk.lists(principal == null ? "" : principal.getName(), language));
        return "home";
    }
}
