/** From a scenario to plans, their money, their reasons and their sensitivity; one sub-package per step. */
@NullMarked
package io.sandtable.simulation;

import org.jspecify.annotations.NullMarked;
