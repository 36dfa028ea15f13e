package fr.entecole.liaison.rendezvous;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.rendezvous.CarnetDeRendezVous.Demande;
import fr.entecole.liaison.rendezvous.Horaires.Plage;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Decor;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The meetings of the CM1, on three evenings to come: every other family has chosen.
@Component
class DecorRendezVous implements Decor {

    private static final int ORDRE = 110;
    private static final LocalTime AFTER_SCHOOL = LocalTime.of(16, 45);

    private final CahierDeLiaison cahier;
    private final CarnetDeRendezVous carnet;
    private final LectureDesRendezVous lecture;
    private final Publics publics;
    private final Calendriers calendriers;
    private final Reperes reperes;

    DecorRendezVous(
            CahierDeLiaison cahier,
            CarnetDeRendezVous carnet,
            LectureDesRendezVous lecture,
            Publics publics,
            Calendriers calendriers,
            Reperes reperes) {
        this.cahier = cahier;
        this.carnet = carnet;
        this.lecture = lecture;
        this.publics = publics;
        this.calendriers = calendriers;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var curie = reperes.ecole("0110358E");
        var cm1 = Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES);
        var calendrier = calendriers.of(curie);
        var asked = monde.jour()
                .minusDays(3)
                .atTime(AFTER_SCHOOL)
                .atZone(Calendrier.PARIS)
                .toInstant();
        var visible = calendrier.delivery(asked).orElse(asked);
        var evenings = monde.jour()
                .plusDays(8)
                .datesUntil(monde.jour().plusMonths(4))
                .filter(jour -> !calendrier.demiJournees(jour, jour).isEmpty())
                .limit(3)
                .toList();
        if (evenings.isEmpty()) {
            return; // a world whose calendar ends
        }
        var horaires = new Horaires(evenings.stream().map(DecorRendezVous::evening).toList(), 15, 0);
        var end = evenings.getFirst().atStartOfDay(Calendrier.PARIS).toInstant();
        var said = new Redaction(List.of(cm1), false, "Parlons de votre enfant", TexteRiche.of("""
                Rencontrons-nous un quart d’heure, dans la classe. Choisissez le soir qui vous va.

                Claire Estève"""), visible)
                .of(
                        GenreRendezVous.CODE,
                        new fr.entecole.liaison.Demande(
                                Attendu.PROPRE, Repondants.UN, evenings.getFirst().minusDays(1)));
        var mot = cahier.publish(
                said,
                new Auteur(monde.compte("Claire Estève"), monde.personne("Claire Estève")),
                asked,
                id -> carnet.propose(id, curie, "Classe de CM1, premier étage", Part.ENFANT, end, horaires.tranches()));
        fill(mot, cm1, Set.of(monde.personne("Samira Benali"), monde.personne("Karim Benali")));
    }

    private static Plage evening(LocalDate jour) {
        return new Plage(jour, AFTER_SCHOOL, LocalTime.of(18, 45));
    }

    /// @param notYet those of the tour, who choose before our eyes
    private void fill(UUID mot, Public pour, Set<UUID> notYet) {
        Map<UUID, UUID> families = new LinkedHashMap<>();
        publics.each(pour, m -> {
            if (!m.ecarte() && !m.organisme() && m.eleveId() != null && !notYet.contains(m.personneId())) {
                families.putIfAbsent(m.eleveId(), m.personneId());
            }
        });
        var proposition = lecture.of(mot).orElseThrow();
        int slot = 0;
        for (var family : families.entrySet()) {
            if (slot < proposition.creneaux().size()) {
                var creneau = proposition.creneaux().get(slot);
                carnet.book(
                        new Demande(
                                mot,
                                creneau.id(),
                                family.getKey(),
                                family.getValue(),
                                Set.of(family.getValue()),
                                family.getValue(),
                                false),
                        proposition.jusquAu().minusSeconds(1));
            }
            slot += 2;
        }
    }
}
