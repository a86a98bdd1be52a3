package io.sandtable.web.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everybody's own page: who I am here, what I may do, my language. */
@Controller
class MePage {
    @GetMapping("/me")
    String show(Person person, HttpServletRequest request, Model model) {
        model.addAttribute("self", person);
        model.addAttribute("changed", request.getParameter("changed") != null);
        return "people/me";
    }
}
