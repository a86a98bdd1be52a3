package io.sandtable.web.company;

import io.sandtable.model.BusinessSnapshot;

/**
 * A company's business at one revision of its graph.
 *
 * @param snapshot the business as everybody sees it: what is the same under several ids stands there once
 * @param stored what the graph holds, each source's things for themselves
 */
public record Business(CompanyCard card, long revision, BusinessSnapshot snapshot, BusinessSnapshot stored) {}
