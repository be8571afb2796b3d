/// Who and what there is in the simulated world: business numbers, customers, their session windows, the troubles they
/// make and the faults of the whole. Everything is in memory, bounded, and gone with the process or with
/// [dev.sharedinbox.simulator.world.Reset].
@NullMarked
@CheckReturnValue
package dev.sharedinbox.simulator.world;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
