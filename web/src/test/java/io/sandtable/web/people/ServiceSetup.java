package io.sandtable.web.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the service under test has besides its own parts. No annotation: nothing but an import may find it. */
final class ServiceSetup {
    /** A request with this header stops at the door of its controller. */
    static final String WALK = "X-Walk";

    static final int REACHED = 299;

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    SmartInitializingSingleton testPages(
            TypedText typedText, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return () -> new TestPages(typedText).register(mapping);
    }

    @Bean
    WebMvcConfigurer walk() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new StopAtTheDoor()).order(Integer.MIN_VALUE);
            }
        };
    }

    @Bean
    Crew crew(People people) {
        return new Crew(people);
    }

    private static final class StopAtTheDoor implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            boolean refused = request.getDispatcherType() == DispatcherType.ERROR;
            if (refused || request.getHeader(WALK) == null) {
                return true;
            }
            response.setStatus(REACHED);
            return false;
        }
    }

    /** People with passwords of their own. */
    static final class Crew {
        static final String PASSWORD = "korrekt-pferd-7";

        private final People people;

        Crew(People people) {
            this.people = people;
        }

        /** Somebody of that name and those roles, new or as she was. */
        Person person(String name, Role... roles) {
            if (people.find(name).isEmpty()) {
                OneTimePassword first = people.add(name, "", Set.of(roles));
                people.changePassword(name, first.password(), PASSWORD);
            }
            return people.get(name);
        }
    }
}
