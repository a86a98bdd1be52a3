package io.sandtable.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import io.sandtable.web.home.Desk;
import io.sandtable.web.people.TypedText;
import io.sandtable.web.settings.SpeechSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.WebApplicationContext;

/** The frame, the home page and every part, as the browser gets them. */
@SpringJUnitWebConfig
class PagesTest {
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"(\\w+)");
    private static final Pattern TAG = Pattern.compile("<[a-z](?:[^>\"]|\"[^\"]*\")*>");
    private static final Pattern ELEMENT = Pattern.compile("<([a-z][a-z0-9]*)[\\s>]");

    @Autowired
    private WebApplicationContext web;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=en", "/parts", "/parts?lang=en"})
    void pages_holdNothingThatTheContentPolicyRefuses(String address) {
        String page = show(signedIn(address));

        assertThat(page)
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContainPattern("\\son\\w+=")
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=en", "/parts", "/parts?lang=en"})
    void pages_areWordedThroughout(String address) {
        String page = show(signedIn(address));

        assertThat(page).doesNotContain("??").containsOnlyOnce("<h1").containsOnlyOnce("<main");
    }

    /** An element that is replaced is gone before its condition is looked at, so that the condition would say nothing. */
    @Test
    void templates_putNoConditionOnWhatIsReplaced() throws IOException {
        var conditional = new TreeSet<String>();
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                TAG.matcher(Files.readString(template))
                        .results()
                        .map(MatchResult::group)
                        .filter(tag -> tag.contains(" th:replace=")
                                && (tag.contains(" th:if=") || tag.contains(" th:unless=")))
                        .forEach(tag -> conditional.add(template.getFileName() + ": " + tag));
            }
        }

        assertThat(conditional).isEmpty();
    }

    @Test
    void language_keepsThePagesAddress() {
        String page = show(signedIn("/?state=open&lang=en&page=2"));

        assertThat(page)
                .contains("<html lang=\"en\"")
                .contains("href=\"?state=open&amp;page=2&amp;lang=zh\"")
                .contains("Sunan Precision")
                .contains("Data of 18 Dec 2026");
    }

    @Test
    void demoData_isMarkedWithItsShare() {
        assertThat(show(signedIn("/"))).contains("含演示数据").contains("演示数据占 72 %");
    }

    @Test
    void people_areInTheMenuOfAdministratorsOnly() {
        assertThat(show(signedIn("/"))).doesNotContain("href=\"/people\"");
        assertThat(show(signedIn("/").with(request -> {
                    request.addUserRole("ADMINISTRATOR");
                    return request;
                })))
                .contains("href=\"/people\"");
    }

    @Test
    void menu_marksThePageThatIsShown() {
        assertThat(show(signedIn("/"))).containsPattern("<a href=\"/\" aria-current=\"page\">");
    }

    @Test
    void nobodySignedIn_seesNeitherMenuNorCompany() {
        String page = show(get("/"));

        assertThat(page).doesNotContain("st-menu").doesNotContain("苏南").doesNotContain("含演示数据");
    }

    @Test
    void desk_showsWhatWaitsAndWhatIsBroken() {
        String page = show(signedIn("/"));

        assertThat(page)
                .contains("镍价涨 10% 怎么办")
                .contains("aria-label=\"选方案: 镍价涨 10% 怎么办\"")
                .contains("datetime=\"2026-12-17T01:00:00Z\"")
                .containsPattern("st-list-broken[\\s\\S]*▲[\\s\\S]*SO-1108")
                .contains("还没有问过问题");
    }

    @Test
    void sentences_cannotBecomeMarkup() {
        assertThat(show(signedIn("/"))).contains("&lt;b&gt;晚 7 天").doesNotContain("<b>晚");
    }

    @Test
    void everyPart_isInTheSample() throws IOException {
        String parts = read("src/main/resources/templates/parts.html");
        String sample = read("src/test/resources/templates/parts-sample.html");

        assertThat(names(FRAGMENT, parts))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(sample + parts).contains("parts :: " + name + "("));
    }

    @Test
    void parts_areNotNamedLikeElements() throws IOException {
        String parts = read("src/main/resources/templates/parts.html");

        assertThat(names(FRAGMENT, parts)).doesNotContainAnyElementsOf(names(ELEMENT, parts));
    }

    private String show(MockHttpServletRequestBuilder request) {
        try {
            return webAppContextSetup(web)
                    .build()
                    .perform(request)
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException("The page was not shown.", e);
        }
    }

    private static MockHttpServletRequestBuilder signedIn(String address) {
        return get(java.net.URI.create(address)).principal(() -> "chen.jing");
    }

    private static Set<String> names(Pattern pattern, String text) {
        return new TreeSet<>(
                pattern.matcher(text).results().map(found -> found.group(1)).toList());
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration
    @EnableConfigurationProperties(SpeechSettings.class)
    @ImportAutoConfiguration({WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class})
    @ComponentScan(
            basePackages = {"io.sandtable.web.page", "io.sandtable.web.home"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*ChosenCompany", ".*Test", ".*Test\\$.*"}))
    static class Setting {
        @Bean
        CurrentCompany company() {
            return () -> Optional.of(
                    new CompanyView("demo", "苏南精密", "Sunan Precision", true, 72, LocalDate.of(2026, 12, 18)));
        }

        @Bean
        TypedText typedText() {
            return new TypedText();
        }

        @Bean
        @Primary
        Desk desk() {
            var since = Instant.parse("2026-12-17T01:00:00Z");
            return (person, language) -> new Desk.Lists(
                    List.of(new Desk.Task(Desk.Act.CHOOSE, "镍价涨 10% 怎么办", "4 个方案可选", since, "/runs/1")),
                    List.of(new Desk.Alert(true, "SO-1108", "<b>晚 7 天", since, "/runs/1")),
                    List.of());
        }

        @Bean
        Sample sample() {
            return new Sample();
        }
    }

    @Controller
    static class Sample {
        @GetMapping("/parts")
        String show(Model model) {
            model.addAttribute("tabs", List.of(new Tab("A", "?", true), new Tab("B", "?tab=b", false)));
            model.addAttribute(
                    "steps",
                    List.of(
                            new Step("A", Step.State.DONE, "1 s"),
                            new Step("B", Step.State.NOW, null),
                            new Step("C", Step.State.TODO, null)));
            model.addAttribute("pages", new Pages(2, 9, "?page="));
            model.addAttribute("moment", Instant.parse("2026-12-17T01:00:00Z"));
            return "parts-sample";
        }
    }
}
