package io.sandtable.web.company;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the current company while people are still signing in, so that neither they nor stock counts wait for somebody who looks at a
 * page; a new home has none and waits for a choice.
 */
@Component
@Profile("service")
class WarmStart {
    private final Companies companies;
    private final Opening opening;

    WarmStart(Companies companies, Opening opening) {
        this.companies = companies;
        this.opening = opening;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        String current = companies.current();
        if (companies.findCard(current).isPresent()) {
            opening.begin(current);
        }
    }
}
