/// A whole profile of a school, of a département or of the region stops sending in one gesture, and sends again by
/// steps: to a few people, then to all. Who is meant is a `Public`, so that who arrives meanwhile is meant too.
@NullMarked
package fr.entecole.surete.gels;

import org.jspecify.annotations.NullMarked;
