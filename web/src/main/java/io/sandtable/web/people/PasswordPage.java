package io.sandtable.web.people;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people choose their own password. */
@Controller
class PasswordPage {
    private static final String VIEW = "people/password";

    private final People people;
    private final Sessions sessions;
    private final Lockout lockout;
    private final AfterSignIn afterSignIn;

    PasswordPage(People people, Sessions sessions, Lockout lockout, AfterSignIn afterSignIn) {
        this.people = people;
        this.sessions = sessions;
        this.lockout = lockout;
        this.afterSignIn = afterSignIn;
    }

    @GetMapping(PasswordFirst.PAGE)
    String show(Person person, Model model) {
        fill(model, person);
        return VIEW;
    }

    @PostMapping(PasswordFirst.PAGE)
    String change(
            Person person,
            Language language,
            @RequestParam String old,
            @RequestParam String chosen,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            change(person, old, chosen, again, request.getRemoteAddr());
        } catch (Refusal refusal) {
            fill(model, person);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refusal.code());
            model.addAttribute(
                    "refusedWords",
                    Words.in(language)
                            .say(
                                    "problem." + refusal.code(),
                                    refusal.arguments().toArray()));
            return VIEW;
        }
        sessions.renew(people.get(person.name()), request, response);
        return "redirect:" + (person.mustChangePassword() ? afterSignIn.destination(request) : "/me?changed");
    }

    private void change(Person person, String old, String chosen, String again, String address) {
        if (!chosen.equals(again)) {
            throw Refusal.badInput("PASSWORD_AGAIN");
        }
        // whoever sits down at an open screen may not guess any faster than at the sign-in page
        if (!lockout.mayTry(person.name(), address)) {
            throw Refusal.badInput("LOCKED");
        }
        try {
            people.changePassword(person.name(), old, chosen);
            lockout.succeeded(person.name(), address);
        } catch (Refusal refusal) {
            if (refusal.code().equals("PASSWORD_WRONG")) {
                lockout.failed(person.name(), address);
            } else {
                lockout.succeeded(person.name(), address);
            }
            throw refusal;
        } catch (RuntimeException | Error fault) {
            lockout.ended(person.name(), address);
            throw fault;
        }
    }

    private static void fill(Model model, Person person) {
        model.addAttribute("forced", person.mustChangePassword());
        model.addAttribute("signInName", person.name());
        model.addAttribute("shortest", PasswordRules.SHORTEST);
    }
}
