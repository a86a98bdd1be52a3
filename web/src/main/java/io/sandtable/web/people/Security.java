package io.sandtable.web.people;

import io.sandtable.web.api.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** The doors: one for programs, which bring name and password each time, one for browsers, which have a session. */
@Configuration
@Profile("service")
class Security {
    /** Never asks the browser to ask: its own box for passwords knows neither lock-outs nor languages. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, PasswordCheck check, TurnedAway away, Problems problems) {
        http.securityMatcher(Security::bringsPassword)
                .authenticationManager(only(check))
                .httpBasic(basic -> basic.authenticationEntryPoint(away))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                // another site's page cannot make a browser send this header
                .csrf(AbstractHttpConfigurer::disable);
        return common(http, away, problems);
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            PasswordCheck check,
            TurnedAway away,
            Problems problems,
            AfterSignIn afterSignIn,
            SessionRegistry registry) {
        http.authenticationManager(only(check))
                .formLogin(form -> form.loginPage(TurnedAway.SIGN_IN)
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .successHandler(afterSignIn)
                        .failureHandler(afterSignIn))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(TurnedAway.SIGN_IN + "?out"))
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId())
                        // any number, but known, so that they can be ended
                        .maximumSessions(-1)
                        .sessionRegistry(registry)
                        .expiredSessionStrategy(away))
                .addFilterBefore(new ForeignRequests(), CsrfFilter.class)
                // TypedText remembers where to go on
                .requestCache(AbstractHttpConfigurer::disable);
        return common(http, away, problems);
    }

    /** Without the parent that Spring would make of the same check: each wrong password would be tried twice. */
    private static AuthenticationManager only(PasswordCheck check) {
        return new ProviderManager(check);
    }

    private static SecurityFilterChain common(HttpSecurity http, TurnedAway away, Problems problems) {
        return http.exceptionHandling(
                        refused -> refused.authenticationEntryPoint(away).accessDeniedHandler(away))
                .authorizeHttpRequests(requests -> requests
                        // what the first dispatch of a request was allowed, its later ones are
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access((somebody, asked) -> new AuthorizationDecision(Routes.find(asked.getRequest())
                                .filter(route -> route.isOpen() || admits(route, somebody.get()))
                                .isPresent())))
                .headers(ResponseHeaders::write)
                .addFilterAfter(new PasswordFirst(problems), AuthorizationFilter.class)
                .build();
    }

    private static boolean admits(Route route, Authentication somebody) {
        return somebody.getPrincipal() instanceof Account account && route.admits(account.roles());
    }

    private static boolean bringsPassword(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return Problems.isApi(request)
                && authorization != null
                && authorization.regionMatches(true, 0, "Basic ", 0, "Basic ".length());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry which sessions have ended by themselves. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }
}
