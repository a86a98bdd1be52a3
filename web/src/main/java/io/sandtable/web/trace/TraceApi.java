package io.sandtable.web.trace;

import io.sandtable.model.trace.Direction;
import io.sandtable.web.Language;
import io.sandtable.web.Progress;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/trace}: where a batch came from and where it went, for programs. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/trace")
class TraceApi {
    private final TraceLots lots;
    private final Companies companies;

    TraceApi(TraceLots lots, Companies companies) {
        this.lots = lots;
        this.companies = companies;
    }

    /** Which way a program wants to follow it. */
    enum Wanted {
        BACK,
        FORWARD,
        BOTH;

        EnumSet<Direction> directions() {
            return switch (this) {
                case BACK -> EnumSet.of(Direction.BACK);
                case FORWARD -> EnumSet.of(Direction.FORWARD);
                case BOTH -> EnumSet.allOf(Direction.class);
            };
        }

        static Wanted of(@Nullable String typed) {
            return switch (typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT)) {
                case "", "both" -> BOTH;
                case "back" -> BACK;
                case "forward" -> FORWARD;
                default -> throw Refusal.badInput("TRACE_DIRECTION", String.valueOf(typed));
            };
        }
    }

    @GetMapping("/{lot}")
    @Operation(
            summary = "Where a batch came from and to which orders and customers it went, as recorded; nothing is kept",
            description =
                    "The current company. Each step has its quantity, day and evidence, null where nobody noted them. What is in stock"
                            + " is followed through today's plan to open orders (plannedFor). looseEnds are where the records end though goods cannot.")
    JsonNode follow(
            @Parameter(
                            description =
                                    "Id or code of a lot, a purchase, a work order or an order, or a supplier's batch number",
                            example = "LOT-BS-E60-261114")
                    @PathVariable
                    String lot,
            @Parameter(description = "back, forward or both", example = "both")
                    @RequestParam(required = false)
                    @Nullable
                    String direction,
            Language language) {
        TraceAnswer answer =
                lots.follow(companies.current(), lot, Wanted.of(direction).directions());
        return TraceJson.of(answer, lots.plannedFor(answer, Progress.SILENT), language);
    }
}
