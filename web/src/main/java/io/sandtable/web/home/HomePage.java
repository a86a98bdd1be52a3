package io.sandtable.web.home;

import io.sandtable.web.Language;
import io.sandtable.web.people.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: what needs this person today. */
@Controller
class HomePage {
    private final Desk desk;
    private final TypedText typed;

    HomePage(Desk desk, TypedText typed) {
        this.desk = desk;
        this.typed = typed;
    }

    @GetMapping("/")
    String show(@Nullable Principal principal, HttpServletRequest request, Language language, Model model) {
        model.addAttribute("typed", typed.take(request, "text").orElse(null));
        model.addAttribute("desk", desk.lists(principal == null ? "" : principal.getName(), language));
        return "home";
    }
}
