package fr.entecole.liaison.rendezvous;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Membres.Joignable;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.rendezvous.Horaires.Plage;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final GestesDesRendezVous gestes;
    private final LectureDesMots mots;
    private final Membres membres;
    private final Utilisateurs utilisateurs;
    private final Calendriers calendriers;
    private final Reperes reperes;

    DecorRendezVous(
            CahierDeLiaison cahier,
            CarnetDeRendezVous carnet,
            LectureDesRendezVous lecture,
            GestesDesRendezVous gestes,
            LectureDesMots mots,
            Membres membres,
            Utilisateurs utilisateurs,
            Calendriers calendriers,
            Reperes reperes) {
        this.cahier = cahier;
        this.carnet = carnet;
        this.lecture = lecture;
        this.gestes = gestes;
        this.mots = mots;
        this.membres = membres;
        this.utilisateurs = utilisateurs;
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
        var horaires =
                new Horaires(evenings.stream().map(DecorRendezVous::evening).toList(), 15, 0);
        var end = evenings.getFirst().atStartOfDay(Calendrier.PARIS).toInstant();
        var said = new Redaction(List.of(cm1), false, "Parlons de votre enfant", TexteRiche.of("""
                Rencontrons-nous un quart d’heure, dans la classe. Choisissez le soir qui vous va.

                Claire Estève"""), visible)
                .of(
                        GenreRendezVous.CODE,
                        new Demande(
                                Attendu.PROPRE,
                                Repondants.UN,
                                evenings.getFirst().minusDays(1)));
        var mot = cahier.publish(
                said,
                new Auteur(monde.compte("Claire Estève"), monde.personne("Claire Estève")),
                asked,
                id -> carnet.propose(id, curie, "Classe de CM1, premier étage", Part.ENFANT, end, horaires.tranches()));
        utilisateurs
                .of(monde.compte("Claire Estève"), null)
                .ifPresent(teacher -> mots.sent(teacher, mot)
                        .ifPresent(written -> fill(
                                teacher,
                                written,
                                cm1,
                                Set.of(monde.personne("Samira Benali"), monde.personne("Karim Benali")))));
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }

    private static Plage evening(LocalDate jour) {
        return new Plage(jour, AFTER_SCHOOL, LocalTime.of(18, 45));
    }

    /// Who has come in chooses; the school has noted the others.
    ///
    /// @param notYet those of the tour, who choose before our eyes
    private void fill(Utilisateur teacher, Mot mot, Public pour, Set<UUID> notYet) {
        Map<UUID, Joignable> families = new LinkedHashMap<>();
        membres.each(pour, joignable -> {
            var m = joignable.membre();
            var eleve = m.eleveId();
            if (eleve != null && !m.ecarte() && !m.organisme() && !notYet.contains(m.personneId())) {
                families.merge(eleve, joignable, (one, other) -> one.compte() ? one : other);
            }
        });
        var creneaux = lecture.of(mot.id()).orElseThrow().creneaux();
        int slot = 0;
        for (var family : families.entrySet()) {
            if (slot < creneaux.size()) {
                book(teacher, mot, creneaux.get(slot).id(), family.getKey(), family.getValue());
            }
            slot += 2;
        }
    }

    private void book(Utilisateur teacher, Mot mot, UUID creneau, UUID eleve, Joignable responsable) {
        var compte = responsable.compteId();
        var who = compte == null ? Optional.<Utilisateur>empty() : utilisateurs.of(compte, null);
        who.filter(u -> u.is(Profil.PARENT))
                .ifPresentOrElse(
                        parent -> gestes.book(parent, mot, eleve, creneau),
                        () -> gestes.bookFor(
                                teacher,
                                mot,
                                creneau,
                                eleve,
                                responsable.membre().personneId()));
    }
}
