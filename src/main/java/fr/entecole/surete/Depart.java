package fr.entecole.surete;

import java.time.Instant;
import java.util.UUID;

/// Whether something that somebody is about to send leaves: asked before it is written ([Departs#ask]), told once it
/// is ([Departs#left]).
///
/// @param des no sooner than this; the instant of the question where nothing holds it
/// @param personnes whom it is for, 0 where nobody had to count them
/// @param phrase to its sender: why it does not leave, or not at once; empty where it does
public record Depart(Sens sens, UUID ecole, Instant des, int personnes, String phrase) {

    public boolean refuse() {
        return sens == Sens.REFUSE;
    }

    /// Nobody finds it until somebody has decided.
    public boolean retenu() {
        return sens == Sens.RETENU;
    }

    public boolean attend() {
        return sens == Sens.ATTEND;
    }

    public enum Sens {
        LIBRE,
        ATTEND,
        RETENU,
        REFUSE
    }
}
