package io.sandtable.web.people;

import io.sandtable.web.Language;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A {@link Person} parameter of a controller is who is signed in. */
@Configuration
class PersonArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    static {
        // they come from the session and the cookie: no parameters of the interface
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class, Language.class);
    }

    private final ObjectProvider<People> people;

    PersonArgument(ObjectProvider<People> people) {
        this.people = people;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class;
    }

    @Override
    public Person resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Principal principal = Objects.requireNonNull(request.getUserPrincipal(), "an open route has no Person");
        return people.getObject().signedIn((Authentication) principal);
    }
}
