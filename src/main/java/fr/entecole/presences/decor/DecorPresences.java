package fr.entecole.presences.decor;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Scolarite;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Excuse.Mode;
import fr.entecole.presences.Motif;
import fr.entecole.presences.Plage;
import fr.entecole.presences.familles.Excuses;
import fr.entecole.presences.registre.Registres;
import fr.entecole.socle.Decor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Two months of rolls of the CM1 and the MS, the first of them signed; a child at four half-days without legitimate
/// reason, one at three, some who were ill and some who were late.
@Component
class DecorPresences implements Decor {

    private static final int ORDRE = 120;
    private static final String MONTPELLIER = "11";
    private static final int QUATRE = 4;

    private final CahierDAppel cahier;
    private final Excuses excuses;
    private final Registres registres;
    private final Calendriers calendriers;
    private final Scolarite scolarite;
    private final Reperes reperes;
    private final Utilisateurs utilisateurs;
    private final Clock clock;

    DecorPresences(
            CahierDAppel cahier,
            Excuses excuses,
            Registres registres,
            Calendriers calendriers,
            Scolarite scolarite,
            Reperes reperes,
            Utilisateurs utilisateurs,
            Clock clock) {
        this.cahier = cahier;
        this.excuses = excuses;
        this.registres = registres;
        this.calendriers = calendriers;
        this.scolarite = scolarite;
        this.reperes = reperes;
        this.utilisateurs = utilisateurs;
        this.clock = clock;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var curie = reperes.ecole("0110358E");
        var cm1 = reperes.classe(MONTPELLIER, "514");
        var esteve = auteur(monde, "Claire Estève");
        var demis = before(curie, monde.jour());
        missing(curie, eleve("500112"), demis.subList(Math.max(0, demis.size() - QUATRE), demis.size()), esteve);
        missing(curie, eleve("500111"), demis.subList(Math.max(0, demis.size() - QUATRE + 1), demis.size()), esteve);
        call(curie, cm1, demis, esteve);
        announce(monde, curie);
        registres.sign(
                curie,
                cm1,
                monde.jour().minusMonths(1).withDayOfMonth(1),
                false,
                auteur(monde, "Hélène Castans"),
                at(monde.jour().withDayOfMonth(1).minusDays(1), LocalTime.of(17, 0)));
        var maternelle = reperes.ecole("0110359F");
        call(
                maternelle,
                reperes.classe(MONTPELLIER, "521"),
                before(maternelle, monde.jour()),
                auteur(monde, "Bastien Rouquette"));
    }

    /// Inès will be missing in the next half-day: her mother says so.
    private void announce(Monde monde, UUID curie) {
        var next = calendriers.of(curie).next(new DemiJournee(monde.jour(), Moment.APRES_MIDI));
        utilisateurs
                .of(monde.compte("Samira Benali"), null)
                .ifPresent(parent -> excuses.enfants(parent).stream()
                        .filter(enfant -> enfant.ecole().equals(curie))
                        .findFirst()
                        .ifPresent(enfant -> excuses.announce(
                                parent,
                                enfant,
                                Motif.MAL,
                                "Rendez-vous chez le dentiste.",
                                Plage.of(
                                        next.orElse(new DemiJournee(monde.jour().plusDays(1), Moment.MATIN))),
                                clock.instant())));
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    /// Half-days of last month and of this one, until the day before.
    private List<DemiJournee> before(UUID ecole, LocalDate today) {
        return calendriers.of(ecole).demiJournees(today.minusMonths(1).withDayOfMonth(1), today.minusDays(1));
    }

    private void missing(UUID ecole, UUID eleve, List<DemiJournee> demis, Auteur note) {
        demis.forEach(demi -> excuses.say(
                ecole,
                eleve,
                null,
                note.personne(),
                Mode.TELEPHONE,
                Motif.SANSMOTIF,
                "",
                Plage.of(demi),
                at(demi.jour(), LocalTime.of(9, 30))));
    }

    private void call(UUID ecole, UUID classe, List<DemiJournee> demis, Auteur auteur) {
        int row = 0;
        for (var demi : demis) {
            var eleves = List.copyOf(new TreeSet<>(scolarite.eleves(classe, demi.jour())));
            if (!eleves.isEmpty()) {
                var said = new Appele(ecole, classe, demi);
                cahier.call(said, 0, dits(ecole, eleves, demi, row, auteur), "", auteur, at(demi.jour(), hour(demi)));
            }
            row++;
        }
    }

    private Map<UUID, Dit> dits(UUID ecole, List<UUID> eleves, DemiJournee demi, int row, Auteur auteur) {
        Map<UUID, Dit> dits = new LinkedHashMap<>();
        eleves.forEach(id -> dits.put(id, Dit.PRESENT));
        if (row % 5 == 0) {
            var ill = eleves.get(row % eleves.size());
            excuses.say(
                    ecole,
                    ill,
                    null,
                    auteur.personne(),
                    Mode.ORAL,
                    Motif.MAL,
                    "",
                    Plage.of(demi),
                    at(demi.jour(), LocalTime.of(8, 0)));
            dits.put(ill, Dit.ABSENT);
        }
        if (row % 4 == 1) {
            dits.put(eleves.get((row + 3) % eleves.size()), Dit.late(hour(demi).plusMinutes(12)));
        }
        excuses.covered(ecole, eleves, demi).forEach(id -> dits.put(id, Dit.ABSENT));
        return dits;
    }

    private UUID eleve(String aaf) {
        return reperes.personne(MONTPELLIER, Nature.ELEVE, aaf);
    }

    private static Auteur auteur(Monde monde, String nom) {
        return new Auteur(monde.compte(nom), monde.personne(nom), nom);
    }

    private static LocalTime hour(DemiJournee demi) {
        return demi.moment() == DemiJournee.Moment.MATIN ? LocalTime.of(8, 40) : LocalTime.of(13, 40);
    }

    private static Instant at(LocalDate jour, LocalTime heure) {
        return jour.atTime(heure).atZone(Calendrier.PARIS).toInstant();
    }
}
