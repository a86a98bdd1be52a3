package io.sandtable.web.inquiry;

import java.io.Serial;
import java.util.List;

/** Something a person asked of an inquiry that cannot be done now; worded in the bundles under {@code problem.CODE}. */
public final class InquiryRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient List<String> arguments;

    public InquiryRefused(Code code, String... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public Code code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** Why. */
    public enum Code {
        /** No inquiry has that id; deleted under you, or of another home. */
        INQUIRY_GONE(404),
        CHIP_GONE(404),
        PLAN_GONE(404),
        /** The question knows no order of that number or id. */
        ORDER_GONE(404),
        /** The plan has no such step of the order. */
        STEP_GONE(404),
        /** The plan delivers the order on time: there is nothing to explain. */
        NOT_LATE(404),
        /** No figure is called that. */
        FIGURE_GONE(404),
        /** No driver of a difference is called that. */
        DRIVER_GONE(404),
        /** No accounting system that we write vouchers for is called that. */
        SYSTEM_UNKNOWN(400),
        /** Plans of different questions have no common baseline. */
        PLANS_APART(400),
        /** Nothing was said. */
        EMPTY(400),
        TOO_LONG(400),
        /** The day to plan from is years away from the data: which day, and the first and last that may be. */
        DAY_FAR_AWAY(400),
        /** More conditions than anybody checks. */
        TOO_MANY(400),
        /** Chips are open: they must be confirmed, answered or removed first. */
        NOT_READY(409),
        /** It is being run; wait or cancel. */
        PENDING(409),
        /** It has no plans (yet). */
        NO_PLANS(409),
        /** Somebody else changed it meanwhile. */
        CHANGED(409),
        /** Somebody has decided on its plans; it belongs to the record. */
        DECIDED(409),
        /** The form's value cannot be: why, in Chinese and in English. */
        WRONG_VALUE(400),
        QUEUE_FULL(429);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        /** HTTP status of the answer. */
        public int status() {
            return status;
        }
    }
}
