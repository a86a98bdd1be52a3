package io.sandtable.web.page;

import io.sandtable.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The language of pages: Chinese unless the person chose English, by {@code ?lang=en}, which is remembered. */
@Configuration
class PageWords implements WebMvcConfigurer {
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** The same bundles and the same rules as {@link io.sandtable.web.Words}. */
    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setDefaultLocaleFunction(PageWords::withoutCookie);
        resolver.setCookieMaxAge(REMEMBERED);
        resolver.setCookieSameSite("Strict");
        resolver.setCookieHttpOnly(true);
        return resolver;
    }

    /** A program says its language with the request; a browser's header alone does not make a person English. */
    private static Locale withoutCookie(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Language");
        boolean english = request.getRequestURI().startsWith("/api/") && accepted != null && accepted.startsWith("en");
        return english ? Language.EN.locale() : Language.ZH.locale();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            /** Only what we speak; anything else is Chinese. */
            @Override
            protected Locale parseLocaleValue(String value) {
                return value.startsWith("en") ? Language.EN.locale() : Language.ZH.locale();
            }
        };
        change.setParamName("lang");
        registry.addInterceptor(change);
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new LanguageArgument());
    }

    /** A {@link Language} parameter of a controller is the language of the page. */
    private static final class LanguageArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Language.class;
        }

        @Override
        public Language resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var servletRequest = java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            return Language.of(RequestContextUtils.getLocale(servletRequest));
        }
    }
}
