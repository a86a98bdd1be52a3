package io.sandtable.web.people;

import io.sandtable.App;
import io.sandtable.web.people.ServiceSetup.Crew;
import io.sandtable.web.service.HttpBrowser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a free port and a new home, once for all tests that extend this. */
@SpringBootTest(classes = App.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("service")
@Import(ServiceSetup.class)
abstract class ServiceTest {
    private static final Path HOME = newHome();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    protected Crew crew;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    protected People people;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    protected MovableClock clock;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("sandtable.home", HOME::toString);
        // one machine has one usual port for a broker, and tests run side by side
        registry.add("sandtable.ingest.port", () -> 0);
    }

    protected HttpBrowser browser() {
        return new HttpBrowser(port, HttpClient.Redirect.NEVER);
    }

    /** A browser in which somebody has signed in. */
    protected HttpBrowser browserOf(String name, Role... roles) {
        crew.person(name, roles);
        HttpBrowser browser = browser();
        browser.signIn(name, Crew.PASSWORD);
        return browser;
    }

    private static Path newHome() {
        try {
            Path home = Files.createTempDirectory("sandtable-service");
            home.toFile().deleteOnExit();
            return home;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
