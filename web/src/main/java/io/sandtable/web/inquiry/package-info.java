/**
 * A question's life in the service: said, understood as chips that a person confirms, queued, run, answered. The use cases that pages,
 * REST and tests call: {@link io.sandtable.web.inquiry.Asking} until it runs, {@link io.sandtable.web.inquiry.RunQueue} while it runs,
 * {@link io.sandtable.web.inquiry.Answers} afterwards.
 */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.inquiry;
