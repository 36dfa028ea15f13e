package fr.entecole.mesure;

import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/// What is counted together: nothing of it tells one person.
record Cellule(UUID ecole, LocalDate jour, int heure, ProfilMesure profil, Service service, Appareil appareil)
        implements Comparable<Cellule> {

    private static final Comparator<Cellule> ORDRE = Comparator.comparing((Cellule c) -> c.ecole.toString())
            .thenComparing(Cellule::jour)
            .thenComparing(Cellule::heure)
            .thenComparing(Cellule::profil)
            .thenComparing(Cellule::service)
            .thenComparing(Cellule::appareil);

    @Override
    public int compareTo(Cellule other) {
        return ORDRE.compare(this, other);
    }

    /// @param entrees visits that began here
    /// @param visites visits in which this service was opened
    record Ajout(long entrees, long visites, long pages) {

        Ajout plus(Ajout more) {
            return new Ajout(entrees + more.entrees, visites + more.visites, pages + more.pages);
        }
    }
}
