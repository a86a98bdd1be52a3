package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody at a browser of her own, signed in or not, with what her browser complained about. */
final class Visitor implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    /** No page of the main flow has more that takes the focus. */
    private static final int MOST_STOPS = 150;
    /** Plans are made anew a dozen times for some pages, on a machine that others use too. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(String base, BrowserContext context) {
        this.base = base;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
    }

    /** Debian's Chromium; it must be installed, {@code ./sandtable test} sees to that. */
    static Browser chromium(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("sandtable.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** A visitor at the common office screen. */
    static Visitor at(Browser browser, String base) {
        return at(browser, base, 1366, 768);
    }

    static Visitor at(Browser browser, String base, int width, int height) {
        return at(browser, base, options(width, height));
    }

    /** A visitor whose company has switched scripts off. */
    static Visitor withoutScript(Browser browser, String base) {
        return at(browser, base, options(1366, 768).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setAcceptDownloads(true);
    }

    private static Visitor at(Browser browser, String base, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Visitor(base, context);
    }

    Visitor signIn(String name, String password) {
        open("/sign-in");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("main form button[type=submit], main form button:not([type])")
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    /** The first sign-in with a password that somebody else knows: she must choose her own. */
    Visitor signInFirst(String name, String oneTime, String own) {
        signIn(name, oneTime);
        page.waitForURL("**/password**");
        List<Locator> fields = page.locator("main input[type=password]").all();
        fields.getFirst().fill(oneTime);
        fields.subList(1, fields.size()).forEach(f -> f.fill(own));
        page.locator("main form button").last().click();
        page.waitForLoadState();
        return this;
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(base + path);
        return this;
    }

    /** Waits until scripts have fetched and drawn what they draw. */
    Visitor settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** Waits until what the page is still waiting for is there: figures that are worked out aside. */
    Visitor finish() {
        page.waitForSelector(
                ".st-loading",
                new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(LONGEST_WORK.toMillis()));
        return settle();
    }

    /** Goes on by the Tab key until the element has the focus, and sees that the focus can be seen. */
    Locator tabTo(String selector) {
        Locator target = page.locator(selector).first();
        for (int i = 0; i < MOST_STOPS; i++) {
            if (Boolean.TRUE.equals(target.evaluate("e => e === document.activeElement"))) {
                assertThat(
                                target.evaluate(
                                        "e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"))
                        .as("focus on %s of %s", selector, page.url())
                        .isEqualTo(true);
                return target;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("%d times Tab did not lead to %s of %s".formatted(MOST_STOPS, selector, page.url()));
    }

    /** All the words on the page. */
    String words() {
        return page.locator("body").innerText();
    }

    /** Keeps a picture of the page below {@code target/screenshots} for whoever wants to look and says so: a picture takes half a second. */
    void picture(String name) {
        if (!Boolean.getBoolean("sandtable.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        assertThat(Files.exists(PICTURES.resolve(name + ".png"))).isTrue();
    }

    /** WCAG 2.2 AA by axe; fails with each violation and the elements it is about. */
    void hasNoBarriers() {
        // what passed is not worth its time: axe writes a selector and the markup of each element it reports
        var violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        var results = new AxeBuilder(page)
                .options(violationsOnly)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                // our pages have no frames; the other mode opens a second page for each result
                .setLegacyMode(true)
                .analyze();
        assertThat(results.getViolations())
                .as("barriers on %s", page.url())
                .extracting(v -> v.getId() + ": " + v.getHelp() + " "
                        + v.getNodes().stream().map(n -> n.getHtml()).limit(3).toList())
                .isEmpty();
    }

    /** The page does not scroll sideways. */
    void fits() {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) java.util.Objects.requireNonNull(overflow)).intValue())
                .as("sideways scroll on %s", page.url())
                .isLessThanOrEqualTo(0);
    }

    /** What the browser complained about so far: scripts that failed, things that the content policy forbade. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
