/// Plays Meta and its WhatsApp customers over HTTP, so that the product runs, is shown and is tested without an account
/// anywhere. This package is the control desk: customers write, troubles are switched on, the ledger is read, all of it
/// forgotten. It exists in the dev, demo and test profiles only, and neither uses a feature of ours nor is used by one.
///
/// | call | what it does |
/// |---|---|
/// | `GET /simulator` | names the business numbers, the phones that make trouble, and the faults |
/// | `POST /simulator/customers/{phone}/messages` | makes a customer write, see [CustomerMessage] |
/// | `PUT /simulator/customers/{phone}/trouble` | `{"trouble": "REJECTS"}`, see
/// [dev.sharedinbox.simulator.world.Trouble] |
/// | `PUT /simulator/faults` | `{"graph": "SLOW"}`, see [dev.sharedinbox.simulator.world.GraphFault] |
/// | `GET /simulator/messages`, `/simulator/read-marks` | the Graph calls that came in, the latest first |
/// | `POST /simulator/webhooks` | signs any JSON and posts it to the product |
/// | `DELETE /simulator` | begins anew |
@NullMarked
@CheckReturnValue
package dev.sharedinbox.simulator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
