/** People at the workbench: walks through its pages in a real Chromium. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.browser;
