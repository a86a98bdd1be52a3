package io.sandtable.web.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of what went wrong: cause, way out, a number to quote. Programs get the same as problem details. */
@Controller
class ErrorPage implements ErrorController {
    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable
    String show(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/error");
        Problem problem = problems.problem(cause(request), path, request);
        if (Problems.isApi(path)) {
            problems.write(response, problem);
            return null;
        }
        response.setStatus(problem.status().value());
        model.addAttribute("problem", problem);
        return request.getHeader("HX-Request") == null ? "problem" : "problem :: box";
    }

    private static Throwable cause(HttpServletRequest request) {
        if (Problems.pending(request) instanceof Throwable pending) {
            return pending;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return thrown;
        }
        // somebody typed /error: such a page there is not
        return Refusals.of(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404);
    }
}
