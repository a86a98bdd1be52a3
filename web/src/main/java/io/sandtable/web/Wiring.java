package io.sandtable.web;

import io.sandtable.audit.archive.Archive;
import io.sandtable.web.settings.HomeSettings;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the use cases share and no module makes by itself. */
@Configuration
class Wiring {
    /** Days begin and end where the companies are. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    Archive archive(HomeSettings home) {
        return new Archive(home.home().resolve("archive"));
    }
}
