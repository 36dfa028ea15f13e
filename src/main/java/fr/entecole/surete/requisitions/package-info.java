/// The only way to the words of something private, but for a report of who received it: a judicial request that one
/// person of the region writes down and another grants, each by an account of their own. What it covers is sealed, read
/// by those two, and each reading is a fact of the journal.
@NullMarked
package fr.entecole.surete.requisitions;

import org.jspecify.annotations.NullMarked;
