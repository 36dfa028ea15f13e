package fr.entecole.annuaire.complements;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Utilisateur;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Does what a plan says, in the transaction of who asks, in the order of its lines.
@Component
class ApplicationDuPlan {

    private final SaisiesDesFamilles familles;
    private final Saisies saisies;
    private final Journal journal;

    ApplicationDuPlan(SaisiesDesFamilles familles, Saisies saisies, Journal journal) {
        this.familles = familles;
        this.saisies = saisies;
        this.journal = journal;
    }

    void run(Plan plan, Utilisateur utilisateur) {
        var source = plan.fichier().source();
        Map<Long, UUID> entered = new HashMap<>();
        for (var effet : plan.effets()) {
            for (var geste : effet.gestes()) {
                switch (geste) {
                    case Geste.NouvelleClasse(var ecole, var id, var libelle) -> familles.addClasse(id, ecole, libelle);
                    case Geste.NouvelEleve(var ecole, var id, var eleve) -> familles.addEleve(id, ecole, eleve, source);
                    case Geste.EleveChange(var ecole, var id, var eleve) -> familles.changeEleve(id, ecole, eleve);
                    case Geste.Inscription(var _, var eleve, var classe) -> familles.enroll(eleve, classe);
                    case Geste.NouveauResponsable(var ecole, var id, var responsable) ->
                        familles.addResponsable(id, ecole, responsable, source);
                    case Geste.ResponsableChange(var _, var id, var responsable) ->
                        familles.changeResponsable(id, responsable);
                    case Geste.NouveauLien(var _, var responsable, var eleve, var code) ->
                        familles.addLien(responsable, eleve, code, source, null);
                    case Geste.NouveauPersonnel(var ecole, var numero, var personnel) -> {
                        var id = saisies.addPersonnel(ecole, personnel, source);
                        entered.put(numero, id);
                        record(Fait.of(ActeAnnuaire.PERSONNEL_AJOUTE, id), ecole, utilisateur);
                    }
                    case Geste.Rattachement(var ecole, var known, var numero, var classe) -> {
                        var personnel = known == null ? Objects.requireNonNull(entered.get(numero)) : known;
                        saisies.addEnseignement(
                                personnel, classe, utilisateur.personneId().toString());
                        record(
                                Fait.of(ActeAnnuaire.CLASSE_RATTACHEE, classe)
                                        .with(Map.of("personnel", personnel.toString())),
                                ecole,
                                utilisateur);
                    }
                }
            }
        }
    }

    private void record(Journal.Brouillon fait, UUID ecole, Utilisateur utilisateur) {
        journal.record(fait.by(utilisateur.compteId()).inEcole(ecole));
    }
}
