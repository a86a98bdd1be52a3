package io.sandtable.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.InquiryRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class RefusalsTest {
    @ParameterizedTest
    @EnumSource(InquiryRefused.Code.class)
    void inquiryRefused_keepsItsStatusAndHasWordsInBothLanguages(InquiryRefused.Code code) {
        Refusal refusal = Refusals.of(new InquiryRefused(code, "INQ-1"));

        assertThat(refusal.status().value()).isEqualTo(code.status());
        assertThat(Language.values()).allMatch(l -> Words.in(l).knows("problem." + code));
    }

    @Test
    void eachKindOfException_hasItsStatusAndCode() {
        assertAnswer(new Refusal(org.springframework.http.HttpStatus.CONFLICT, "OWN"), 409, "OWN");
        assertAnswer(new IllegalArgumentException("days was -1"), 400, "BAD_INPUT");
        assertAnswer(new NoSuchElementException(), 404, "NOT_FOUND");
        assertAnswer(new NoResourceFoundException(HttpMethod.GET, "/x", "x"), 404, "NOT_FOUND");
        assertAnswer(new HttpRequestMethodNotSupportedException("PUT"), 405, "WRONG_METHOD");
        assertAnswer(new MaxUploadSizeExceededException(1), 413, "TOO_LARGE");
        assertAnswer(new DuplicateKeyException("x"), 409, "CHANGED_MEANWHILE");
        assertAnswer(new OptimisticLockingFailureException("x"), 409, "CHANGED_MEANWHILE");
        assertAnswer(new RejectedExecutionException(), 429, "QUEUE_FULL");
        assertAnswer(new IllegalStateException("x"), 500, "FAULT");
    }

    @Test
    void fullDisk_isSaidHoweverDeepItLies() {
        var cause = new IllegalStateException(new UncheckedIOException(new IOException("No space left on device")));

        assertAnswer(cause, 507, "DISK_FULL");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyGeneralAnswer_isWorded(Language language) {
        Words words = Words.in(language);

        assertThat(IntStream.range(400, 600).mapToObj(Refusals::of).map(refusal -> "problem." + refusal.code()))
                .allMatch(words::knows);
    }

    private static void assertAnswer(Throwable cause, int status, String code) {
        Refusal refusal = Refusals.of(cause);
        assertThat(refusal.status().value()).as(cause.toString()).isEqualTo(status);
        assertThat(refusal.code()).as(cause.toString()).isEqualTo(code);
    }
}
