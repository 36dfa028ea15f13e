package fr.entecole.notifications;

import java.util.List;

/// A way by which news leaves the ENT beside the bell: a bean, told in the transaction that writes the lines, some at
/// a time. It writes down what is to be sent; sending is another's work, afterwards.
@FunctionalInterface
public interface Voie {

    /// @param arrivees each account once in the life of a deposit, whatever is tried again
    void tell(Depot depot, List<Arrivee> arrivees);
}
