package io.sandtable.bench;

import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long pages take while plans are computed: fifty signed-in readers, each turning a page about once a second, against the service in
 * a process of its own. Times are those of the readers, so they contain the way there and back.
 */
final class PagesBenchmark implements Benchmark {
    private static final int READERS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(45);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double GOAL_MILLIS = 200;
    private static final String OWN_PASSWORD = "bench-for-a-while";
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final Pattern INQUIRY = Pattern.compile("(INQ-[0-9-]+)");

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        try (var homes = new Homes()) {
            Path home = homes.next();
            try (var service = ServiceProcess.over(home, "-Dsandtable.ingest.broker=off")) {
                String password = ownPassword(service);
                SignedIn asker = SignedIn.as(service, "admin", password);
                err.println("… a first question");
                String answered = ask(asker);
                await(asker, answered);
                return read(service, asker, password, answered, err);
            }
        }
    }

    /** The administrator's, changed from the first one that is printed. */
    static String ownPassword(ServiceProcess service) {
        SignedIn first = SignedIn.as(service, "admin", service.password());
        first.post(
                "/password",
                "/password",
                Map.of("old", service.password(), "chosen", OWN_PASSWORD, "again", OWN_PASSWORD));
        return OWN_PASSWORD;
    }

    private static String ask(SignedIn person) {
        String asked = inquiry(person.post("/ask", "/ask", Map.of("text", QUESTION)));
        person.post("/ask/" + asked, "/ask/" + asked + "/run", Map.of());
        return asked;
    }

    /** The number of the question that the page is about. */
    static String inquiry(HttpResponse<String> page) {
        Matcher id = INQUIRY.matcher(page.uri().getPath());
        if (!id.find()) {
            throw new IllegalStateException("The question was not taken; the service answered with %s, status %d."
                    .formatted(page.uri(), page.statusCode()));
        }
        return id.group(1);
    }

    private static void await(SignedIn person, String inquiry) {
        while (isPending(person, inquiry)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static boolean isPending(SignedIn person, String inquiry) {
        String state = person.get("/api/v1/scenarios/" + inquiry).body();
        return state.contains("\"state\":\"queued\"") || state.contains("\"state\":\"running\"");
    }

    private static List<Figure> read(
            ServiceProcess service, SignedIn asker, String password, String answered, PrintWriter err) {
        List<String> pages = List.of(
                "/",
                "/runs",
                "/runs/" + answered + "/compare",
                "/runs/" + answered + "/compare?view=table",
                "/runs/" + answered + "/plans/A/orders",
                "/runs/" + answered + "/drivers",
                "/rules",
                "/decisions",
                "/data");
        var errors = new AtomicLong();
        var finished = new AtomicLong();
        long begin = System.nanoTime();
        long from = begin + WARM_UP.toNanos();
        long until = from + MEASURED.toNanos();
        err.println("… %d readers for %d s".formatted(READERS, MEASURED.toSeconds()));
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            SignedIn session = SignedIn.as(service, "admin", password);
            int first = reader;
            work.add(() -> turnPages(session, pages, first, from, until, errors));
        }
        work.add(() -> {
            // one question after the other, so that a plan is computed all the time
            while (System.nanoTime() < until) {
                await(asker, ask(asker));
                finished.incrementAndGet();
            }
            return List.of();
        });
        long[] nanos = all(work).stream().mapToLong(Long::longValue).sorted().toArray();
        return List.of(
                new Figure("pages.p95", percentile(nanos, 95), "ms", GOAL_MILLIS, 1),
                new Figure("pages.p50", percentile(nanos, 50), "ms", Double.POSITIVE_INFINITY, 1),
                new Figure("pages.read", nanos.length, "pages", Double.POSITIVE_INFINITY, 1),
                new Figure("pages.questions", finished.get(), "answered", Double.POSITIVE_INFINITY, 1),
                Figure.never("pages.errors", errors.get(), "pages", 1));
    }

    private static List<Long> turnPages(
            SignedIn session, List<String> pages, int first, long from, long until, AtomicLong errors) {
        var nanos = new ArrayList<Long>();
        // not all at once: readers begin one after the other
        LockSupport.parkNanos(PAUSE_NANOS * first / READERS);
        for (int turn = first; System.nanoTime() < until; turn++) {
            long begin = System.nanoTime();
            int status = session.get(pages.get(turn % pages.size())).statusCode();
            long end = System.nanoTime();
            if (status != 200) {
                errors.incrementAndGet();
            } else if (begin >= from) {
                nanos.add(end - begin);
            }
            LockSupport.parkNanos(PAUSE_NANOS - (end - begin));
        }
        return nanos;
    }

    private static List<Long> all(List<Callable<List<Long>>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Long>();
            for (Future<List<Long>> reader : threads.invokeAll(work)) {
                all.addAll(reader.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reader failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted; run it again.", e);
        }
    }

    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            throw new IllegalStateException("No page was read; the service's log says why.");
        }
        int place = Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1);
        return sorted[Math.max(0, place)] / 1e6;
    }
}
