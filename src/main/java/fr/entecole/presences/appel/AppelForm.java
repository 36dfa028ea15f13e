package fr.entecole.presences.appel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.presences.Appel;
import fr.entecole.presences.CahierDAppel.Envoi;
import fr.entecole.presences.Choix;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Etat;
import fr.entecole.presences.Mots;
import fr.entecole.socle.web.Erreurs;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page of the roll sends: for each child `e-<id>` what they are, `h-<id>` when they came, `p-<id>` when they
/// left; `partant` and `parti` of one who leaves before the end; `n-CANTINE` how many eat. What is said of who is not
/// on this roll is not read.
record AppelForm(Map<String, String> champs) {

    private static final int OLDEST = 24 * 3600;

    int version() {
        try {
            return Integer.parseInt(text("version"));
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    String motif() {
        return text("motif");
    }

    /// Of a roll that waited for the line: `envoi` is its id, `age` how many seconds ago it was entered, by the clock
    /// of the device alone, so that one which is an hour off changes nothing. Null where it comes at once.
    @Nullable
    Envoi envoi(Instant now) {
        var id = text("envoi");
        var age = text("age");
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                        && age.matches("\\d{1,5}")
                        && Integer.parseInt(age) <= OLDEST
                ? new Envoi(UUID.fromString(id), now.minusSeconds(Integer.parseInt(age)))
                : null;
    }

    static String early(LocalTime opens) {
        return t("C’est trop tôt\u00a0: cet appel se fait à partir de {0}.", Mots.heure(opens));
    }

    /// Also what the page says by itself when the line is cut.
    static String unsaid() {
        return t("Dites à quelle heure cet enfant est arrivé.");
    }

    String partant() {
        return text("partant");
    }

    String parti() {
        return text("parti");
    }

    /// @param erreurs to which what cannot be read is added
    Map<UUID, Dit> dits(Appel appel, Erreurs erreurs, Cours cours) {
        Map<UUID, Dit> all = new LinkedHashMap<>();
        for (var eleve : appel.eleves()) {
            etat(text("e-" + eleve.id())).ifPresent(etat -> all.put(eleve.id(), dit(eleve.id(), etat, erreurs, cours)));
        }
        leaving(all, erreurs, cours);
        return all;
    }

    private Dit dit(UUID eleve, Etat etat, Erreurs erreurs, Cours cours) {
        var said = new Dit(etat, etat == Etat.RETARD ? arrival("h-" + eleve, erreurs, cours) : null, null);
        var at = etat.la() ? time("p-" + eleve, erreurs) : null;
        if (at == null) {
            return said;
        }
        cours.whyNotLeft(at, said.arrive()).ifPresent(why -> erreurs.add("p-" + eleve, why));
        return said.leaving(at);
    }

    private @Nullable LocalTime arrival(String champ, Erreurs erreurs, Cours cours) {
        var typed = time(champ, erreurs);
        if (typed == null && cours.now == null) {
            erreurs.add(champ, unsaid());
        } else if (typed != null && cours.now != null && typed.isAfter(cours.now)) {
            erreurs.add(
                    champ,
                    t(
                            "Il est {0}\u00a0: cette heure n’est pas encore passée. Laissez la case vide pour dire «\u00a0à l’instant\u00a0».",
                            Mots.heure(cours.now)));
        } else if (typed != null && cours.debut != null && typed.isBefore(cours.debut)) {
            erreurs.add(
                    champ,
                    t(
                            "La demi-journée commence à {0}\u00a0: un enfant arrivé avant est présent.",
                            Mots.heure(cours.debut)));
        } else if (typed != null && cours.fin != null && typed.isAfter(cours.fin)) {
            erreurs.add(
                    champ,
                    t(
                            "La demi-journée finit à {0}\u00a0: un enfant qui n’est pas arrivé avant est absent.",
                            Mots.heure(cours.fin)));
        }
        return typed == null ? cours.now : typed;
    }

    /// What is refused stands in its own field alone, not in the child's as well.
    private void leaving(Map<UUID, Dit> all, Erreurs erreurs, Cours cours) {
        if (partant().isEmpty() && parti().isEmpty()) {
            return;
        }
        var at = time("parti", erreurs);
        var who = all.entrySet().stream()
                .filter(e -> e.getKey().toString().equals(partant()))
                .findFirst();
        if (who.isEmpty()) {
            erreurs.add("partant", t("Choisissez l’enfant qui part."));
        } else if (!who.get().getValue().etat().la()) {
            erreurs.add("partant", t("Cet enfant n’est pas là\u00a0: il ne peut pas partir."));
        } else if (at == null) {
            erreurs.add("parti", t("Dites à quelle heure il part."));
        } else {
            var said = who.get().getValue();
            cours.whyNotLeft(at, said.arrive())
                    .ifPresentOrElse(
                            why -> erreurs.add("parti", why), () -> who.get().setValue(said.leaving(at)));
        }
    }

    Map<Choix.Quoi, Integer> nombres(Appel appel, Erreurs erreurs) {
        Map<Choix.Quoi, Integer> all = new EnumMap<>(Choix.Quoi.class);
        for (var service : Choix.Quoi.SERVICES) {
            var typed = text("n-" + service);
            if (!typed.isEmpty() && appel.choix().contains(service) && !appel.isRead(service)) {
                if (typed.matches("\\d{1,2}")
                        && Integer.parseInt(typed) <= appel.eleves().size()) {
                    all.put(service, Integer.parseInt(typed));
                } else {
                    erreurs.add("n-" + service, t("Donnez un nombre d’élèves de la classe."));
                }
            }
        }
        return all;
    }

    private static Optional<Etat> etat(String typed) {
        return switch (typed) {
            case "present" -> Optional.of(Etat.PRESENT);
            case "absent" -> Optional.of(Etat.ABSENT);
            case "retard" -> Optional.of(Etat.RETARD);
            case "non-attendu" -> Optional.of(Etat.NON_ATTENDU);
            default -> Optional.empty();
        };
    }

    private @Nullable LocalTime time(String champ, Erreurs erreurs) {
        var typed = text(champ);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeParseException _) {
            erreurs.add(champ, t("Écrivez l’heure comme ceci\u00a0: 09:05."));
            return null;
        }
    }

    private String text(String champ) {
        return champs.getOrDefault(champ, "").strip();
    }

    /// The half-day, as who calls it stands in it.
    ///
    /// @param debut,fin its hours
    /// @param now the time at which who is late without an hour came, and after which nobody can have come or left;
    ///     null where it does not run
    record Cours(
            @Nullable LocalTime debut,
            @Nullable LocalTime fin,
            @Nullable LocalTime now) {

        /// « Qui est là ? » takes who has left for gone: nobody leaves at an hour that is to come.
        Optional<String> whyNotLeft(LocalTime at, @Nullable LocalTime arrive) {
            if (now != null && at.isAfter(now)) {
                return Optional.of(t(
                        "Il est {0}\u00a0: cette heure n’est pas encore passée. Notez-le quand l’enfant part.",
                        Mots.heure(now)));
            }
            if (arrive != null && at.isBefore(arrive)) {
                return Optional.of(
                        t("Cet enfant est arrivé à {0}\u00a0: il n’a pas pu partir avant.", Mots.heure(arrive)));
            }
            if (debut != null && at.isBefore(debut)) {
                return Optional.of(t(
                        "La demi-journée commence à {0}\u00a0: un enfant parti avant est absent.", Mots.heure(debut)));
            }
            return fin != null && at.isAfter(fin)
                    ? Optional.of(
                            t("La demi-journée finit à {0}\u00a0: qui part après n’a rien manqué.", Mots.heure(fin)))
                    : Optional.empty();
        }
    }
}
