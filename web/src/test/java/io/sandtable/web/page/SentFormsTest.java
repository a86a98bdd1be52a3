package io.sandtable.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What counts as the same form, and what becomes of it. */
class SentFormsTest {
    private final SettableClock clock = new SettableClock();
    private final SentForms forms = new SentForms(clock);
    private final AtomicInteger made = new AtomicInteger();

    private String send(MockHttpServletRequest request) {
        return forms.once(request, () -> "/ask/" + made.incrementAndGet());
    }

    private static MockHttpServletRequest form(String person, String key, String text) {
        var request = new MockHttpServletRequest("POST", "/ask");
        request.setUserPrincipal(() -> person);
        request.setParameter("text", text);
        request.setParameter("_csrf", "masked anew each time " + System.nanoTime());
        request.setParameter(SentForms.FIELD, key);
        return request;
    }

    @Test
    void sameForm_isDoneOnceAndAnsweredAlike() {
        String first = send(form("li", "k1", "订单增长40%"));
        String second = send(form("li", "k1", "订单增长40%"));

        assertThat(second).isEqualTo(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void otherWords_otherPage_otherPerson_areOtherForms() {
        Stream.of(
                        form("li", "k1", "订单增长40%"),
                        form("li", "k1", "订单增长30%"),
                        form("li", "k2", "订单增长40%"),
                        form("wang", "k1", "订单增长40%"))
                .forEach(this::send);
        var say = form("li", "k1", "订单增长40%");
        say.setRequestURI("/ask/1/say");
        send(say);

        assertThat(made).hasValue(5);
    }

    @Test
    void withoutKey_everyFormIsTaken() {
        var request = form("li", "", "订单增长40%");

        send(request);
        send(request);

        assertThat(made).hasValue(2);
    }

    @Test
    void whoComesWhileItIsDone_waitsForItsOutcome() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = CompletableFuture.supplyAsync(
                    () -> forms.once(form("li", "k1", "x"), () -> {
                        begun.countDown();
                        await(goOn);
                        return "/ask/" + made.incrementAndGet();
                    }),
                    two);
            begun.await();
            var second = CompletableFuture.supplyAsync(() -> send(form("li", "k1", "x")), two);
            goOn.countDown();

            assertThat(List.of(first.get(), second.get())).containsOnly("/ask/1");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusedForm_mayBeSentAgain() {
        assertThatThrownBy(() -> forms.once(form("li", "k1", "x"), () -> {
                    throw new IllegalArgumentException("full");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("full");

        assertThat(send(form("li", "k1", "x"))).isEqualTo("/ask/1");
    }

    @Test
    void longAgo_isForgotten() {
        send(form("li", "k1", "x"));
        clock.now = clock.now.plus(SentForms.REMEMBERED).plusSeconds(1);
        send(form("li", "k1", "x"));

        assertThat(made).hasValue(2);
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T04:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
