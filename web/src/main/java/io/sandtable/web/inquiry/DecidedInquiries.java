package io.sandtable.web.inquiry;

/** Somebody who knows which inquiries were decided on; those belong to the record and are not thrown away. */
public interface DecidedInquiries {
    boolean isDecided(String inquiryId);
}
