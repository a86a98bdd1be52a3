package io.sandtable.web.people;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Name and password, from the page or with a request of REST, behind the {@link Lockout}. */
@Component
class PasswordCheck implements AuthenticationProvider {
    private final People people;
    private final Lockout lockout;
    private final DaoAuthenticationProvider spring;

    PasswordCheck(People people, Lockout lockout, PasswordEncoder encoder) {
        this.people = people;
        this.lockout = lockout;
        this.spring = new DaoAuthenticationProvider(this::load);
        spring.setPasswordEncoder(encoder);
        // that somebody is disabled is said to those only who know the password
        spring.setPreAuthenticationChecks(account -> {});
        spring.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String name = SignInName.normal(attempt.getName());
        String address = address(attempt);
        if (!lockout.mayTry(name, address)) {
            throw new LockedException("Too many wrong passwords for this name or from this address.");
        }
        try {
            Authentication known = spring.authenticate(attempt);
            lockout.succeeded(name, address);
            return known;
        } catch (InternalAuthenticationServiceException fault) {
            lockout.ended(name, address);
            throw fault;
        } catch (AuthenticationException wrong) {
            lockout.failed(name, address);
            throw wrong;
        } catch (RuntimeException | Error fault) {
            lockout.ended(name, address);
            throw fault;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private UserDetails load(String typed) {
        Person person = people.find(typed).orElseThrow(() -> UsernameNotFoundException.fromUsername(typed));
        return new Account(person, people.findPasswordHash(typed).orElseThrow());
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
