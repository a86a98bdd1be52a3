package io.sandtable.ingest.message;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A count of a site's stock.
 *
 * @param site id or code
 * @param complete whether a lot that is not listed is gone from the site
 * @param lines how many lines it has; a lot over several bins has one for each
 */
public record StockMessage(
        Topic topic, String messageId, OffsetDateTime at, String site, boolean complete, List<Lot> lots, int lines)
        implements Message {
    public static final String SCHEMA = "sandtable-stock/1";

    public StockMessage {
        lots = List.copyOf(lots);
    }

    /**
     * A lot with all that is there of it.
     *
     * @param lot its number, or its id
     * @param material id or code
     * @param quantity in {@code unit}, over all bins
     * @param bins ids or codes; empty where the message names none
     * @param unitCost CNY per {@code unit}
     */
    public record Lot(
            String lot,
            String material,
            double quantity,
            String unit,
            List<String> bins,
            Optional<LocalDate> expiry,
            OptionalDouble unitCost) {
        public Lot {
            bins = List.copyOf(bins);
        }
    }
}
