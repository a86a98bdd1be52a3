package io.sandtable.web.company;

import io.sandtable.model.BusinessSnapshot;

/** A company's business at one revision of its graph. */
public record Business(CompanyCard card, long revision, BusinessSnapshot snapshot) {}
