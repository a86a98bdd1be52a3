/** What all pages share: language, wording, frame. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.page;
