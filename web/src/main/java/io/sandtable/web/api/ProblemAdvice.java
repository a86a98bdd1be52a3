package io.sandtable.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** The end of every exception that leaves a controller. */
@ControllerAdvice
class ProblemAdvice {
    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /** Security has its own answers. */
    @ExceptionHandler
    void pass(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    void pass(AuthenticationException notSignedIn) {
        throw notSignedIn;
    }

    /** The browser has gone, or a stream of events has come to its end: there is nobody to tell. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void gone() {}

    @ExceptionHandler
    @Nullable
    Object answer(Exception cause, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Problems.isApi(request)) {
            problems.showPage(request, response, cause);
            return null;
        }
        Problem problem = problems.problem(cause, request.getRequestURI(), request);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(problem.members());
    }
}
