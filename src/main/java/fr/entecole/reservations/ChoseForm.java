package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.reservations.Chose.Pour;
import fr.entecole.reservations.Chose.Sorte;
import fr.entecole.socle.web.Erreurs;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to lend, as typed.
record ChoseForm(String ecole, String sorte, String nom, String nombre, String pour, String ouvre, String ferme) {

    static final int LONGEST = 60;
    static final int MOST = 60;

    ChoseForm(
            @Nullable String ecole,
            @Nullable String sorte,
            @Nullable String nom,
            @Nullable String nombre,
            @Nullable String pour,
            @Nullable String ouvre,
            @Nullable String ferme) {
        this.ecole = typed(ecole);
        this.sorte = typed(sorte);
        this.nom = typed(nom);
        this.nombre = typed(nombre);
        this.pour = typed(pour);
        this.ouvre = typed(ouvre);
        this.ferme = typed(ferme);
    }

    static ChoseForm empty() {
        return new ChoseForm("", "SALLE", "", "1", "EQUIPE", "08:00", "18:00");
    }

    static ChoseForm of(Chose chose) {
        return new ChoseForm(
                chose.ecoleId().toString(),
                chose.sorte().name(),
                chose.nom(),
                Integer.toString(chose.nombre()),
                chose.pour().name(),
                chose.ouvre().toString(),
                chose.ferme().toString());
    }

    Erreurs erreurs() {
        var erreurs = new Erreurs();
        if (Sorte.parse(sorte).isEmpty()) {
            erreurs.add("sorte", t("Choisissez ce que c’est."));
        }
        if (nom.isEmpty() || nom.length() > LONGEST) {
            erreurs.add("nom", t("Écrivez un nom de {0} caractères au plus.", LONGEST));
        }
        if (!nombre.matches("[1-9]\\d?") || Integer.parseInt(nombre) > MOST) {
            erreurs.add("nombre", t("Écrivez un nombre de 1 à {0}.", MOST));
        }
        if (Pour.parse(pour).isEmpty()) {
            erreurs.add("pour", t("Choisissez qui peut réserver."));
        }
        var from = ReservationForm.hour(ouvre);
        var to = ReservationForm.hour(ferme);
        if (from.isEmpty()) {
            erreurs.add("ouvre", t("Écrivez une heure, comme 08:00."));
        }
        if (to.isEmpty() || from.isEmpty() || !to.get().isAfter(from.get())) {
            erreurs.add("ferme", t("Écrivez une heure après la première."));
        }
        return erreurs;
    }

    /// Of one without errors.
    Chose chose(UUID where) {
        return new Chose(
                where,
                where,
                Sorte.parse(sorte).orElseThrow(),
                nom,
                Integer.parseInt(nombre),
                Pour.parse(pour).orElseThrow(),
                ReservationForm.hour(ouvre).orElseThrow(),
                ReservationForm.hour(ferme).orElseThrow());
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
