package io.sandtable.web.api;

import io.sandtable.audit.log.LogBusy;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.scenario.InterventionRefused;
import io.sandtable.simulation.scenario.RateUnknown;
import io.sandtable.store.GraphUnavailable;
import io.sandtable.web.inquiry.InquiryRefused;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;

/** What each kind of exception tells the person. */
final class Refusals {
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(401, "UNAUTHENTICATED"),
            Map.entry(403, "FORBIDDEN"),
            Map.entry(404, "NOT_FOUND"),
            Map.entry(405, "WRONG_METHOD"),
            Map.entry(406, "NOT_ACCEPTABLE"),
            Map.entry(409, "CHANGED_MEANWHILE"),
            Map.entry(413, "TOO_LARGE"),
            Map.entry(415, "WRONG_TYPE"),
            Map.entry(429, "QUEUE_FULL"),
            Map.entry(503, "UNAVAILABLE"),
            Map.entry(507, "DISK_FULL"));

    private Refusals() {}

    static Refusal of(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> refusal;
            case InquiryRefused refused ->
                new Refusal(
                        HttpStatus.valueOf(refused.code().status()),
                        refused.code().name(),
                        refused.arguments().toArray());
            case ConditionRefused refused ->
                new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        refused.code().name(),
                        refused.arguments().toArray());
            case InterventionRefused refused ->
                new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        refused.code().name(),
                        refused.arguments().toArray());
            case RateUnknown unknown ->
                new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        RateUnknown.CODE,
                        unknown.arguments().toArray());
            case GraphUnavailable unavailable when unavailable.reason() == GraphUnavailable.Reason.DISK_FULL -> of(507);
            case GraphUnavailable _ -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "GRAPH_UNAVAILABLE");
            case LogBusy _ -> of(503);
            case RejectedExecutionException _ -> of(429);
            case DuplicateKeyException _ -> of(409);
            case OptimisticLockingFailureException _ -> of(409);
            case NoSuchElementException _ -> of(404);
            case ErrorResponse response -> of(response.getStatusCode().value());
            case InvalidParameterException unreadable -> of(unreadable.getErrorCode());
            case TypeMismatchException _ -> of(400);
            case HttpMessageNotReadableException _ -> of(400);
            case IllegalArgumentException _ -> of(400);
            default -> of(isFullDisk(cause) ? 507 : 500);
        };
    }

    /** The general answer of a status for which we know nothing better. */
    static Refusal of(int status) {
        HttpStatus known = Objects.requireNonNullElse(
                HttpStatus.resolve(status), status < 500 ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR);
        return new Refusal(known, CODES.getOrDefault(status, status < 500 ? "BAD_INPUT" : "FAULT"));
    }

    private static boolean isFullDisk(Throwable cause) {
        for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
            String message = each instanceof IOException ? each.getMessage() : null;
            if (message != null && message.contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }
}
