package io.sandtable.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The open sessions of people. */
@Component
class Sessions {
    private final SessionRegistry registry;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(SessionRegistry registry) {
        this.registry = registry;
    }

    /** Ends all of somebody; her next request finds herself at the sign-in page. */
    void end(Person person) {
        registry.getAllSessions(new Account(person, null), false).forEach(session -> session.expireNow());
    }

    /** Ends all of hers but this one, which gets a new number and goes on as she is now. */
    void renew(Person person, HttpServletRequest request, HttpServletResponse response) {
        String current = request.getSession().getId();
        registry.getAllSessions(new Account(person, null), false).stream()
                .filter(session -> !session.getSessionId().equals(current))
                .forEach(session -> session.expireNow());
        request.changeSessionId();
        var account = new Account(person, null);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
