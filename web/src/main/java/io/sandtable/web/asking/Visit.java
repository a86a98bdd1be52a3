package io.sandtable.web.asking;

import io.sandtable.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Somebody's request of the page of a question.
 *
 * @param text typed into a box for sentences, shown again where it was not taken
 * @param typed into the form of a chip, by the chip's id
 */
record Visit(
        HttpServletRequest request,
        HttpServletResponse response,
        Language language,
        @Nullable String text,
        Map<String, Typed> typed) {
    /** Whether only the conditions are wanted, for the page that is there. */
    boolean isPart() {
        return request.getHeader("HX-Request") != null;
    }

    Visit typing(String sentences) {
        return new Visit(request, response, language, sentences, typed);
    }

    Visit typing(String chip, Typed fields) {
        return new Visit(request, response, language, text, Map.of(chip, fields));
    }

    /** The same after all that was typed was taken. */
    Visit untyped() {
        return new Visit(request, response, language, null, Map.of());
    }

    Visit withStatus(int status) {
        response.setStatus(status);
        return this;
    }

    Optional<String> findText() {
        return Optional.ofNullable(text);
    }

    /** On to another page, whoever asked. */
    ModelAndView redirect(String path) {
        if (isPart()) {
            response.setHeader("HX-Redirect", request.getContextPath() + path);
            return new ModelAndView("asking/conditions :: nothing");
        }
        return new ModelAndView("redirect:" + path);
    }

    /** A {@link Visit} parameter of a controller. */
    @Configuration
    static class VisitArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
        @Override
        public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Visit.class;
        }

        @Override
        public Visit resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var asked = java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            var answer = java.util.Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
            return new Visit(asked, answer, Language.of(RequestContextUtils.getLocale(asked)), null, Map.of());
        }
    }
}
