package io.sandtable.web.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page for name and password. Spring Security takes what it sends. */
@Controller
class SignInPage {
    /** Why somebody is here, as the address says. */
    static final List<String> WHYS = List.of("wrong", "locked", "disabled", "ended", "kept", "again", "out");

    @GetMapping("/sign-in")
    String show(HttpServletRequest request, Model model) {
        if (request.getUserPrincipal() != null) {
            return "redirect:/";
        }
        request.getSession().setMaxInactiveInterval(Math.toIntExact(AfterSignIn.ANONYMOUS_SESSION.toSeconds()));
        model.addAttribute("typedName", AfterSignIn.typedName(request));
        WHYS.stream()
                .filter(request.getParameterMap()::containsKey)
                .findFirst()
                .ifPresent(why -> model.addAttribute("why", why));
        return "people/sign-in";
    }
}
