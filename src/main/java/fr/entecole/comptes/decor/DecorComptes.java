package fr.entecole.comptes.decor;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EntreesDeDemonstration;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who has come already, who has two roles in one account, and the doors of one click.
@Component
class DecorComptes implements Decor {

    private static final String ACADEMIE = "11";

    private static final List<String> NEVER_CAME = List.of(
            "Aude Delmas",
            "Paul Roques",
            "Sonia Escande",
            "Olena Kovalenko",
            "David Nuñez, le même père",
            "Jean-Luc Salles",
            "Zoé Delmas",
            "Malo Escande",
            "Nino Lacaze",
            "Danylo Kovalenko",
            "Olivier Pagès",
            "Inès Carrère");

    /// Of Vincent Oustry, the CM1-CM2: nobody has handed the sheets.
    private static final String CLASSE_WITHOUT_SHEETS = "515";

    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final EntreesDeDemonstration entrees;
    private final Reperes reperes;

    DecorComptes(Comptes comptes, Utilisateurs utilisateurs, EntreesDeDemonstration entrees, Reperes reperes) {
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.entrees = entrees;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return 20;
    }

    @Override
    public void install(Monde monde) {
        join(monde.compte("Sophie Roux"), reperes.personne(ACADEMIE, Nature.RESPONSABLE, "700219"));
        visits(monde);
        doors(monde);
    }

    /// She teaches, and is the mother of Tom Alibert.
    private void join(UUID compte, UUID responsable) {
        var autre = comptes.ofPersonne(responsable).orElseThrow();
        Set<UUID> ecoles = new HashSet<>(utilisateurs.ecoles(compte));
        ecoles.addAll(utilisateurs.ecoles(autre));
        if (!compte.equals(autre) && !comptes.join(compte, autre, ecoles)) {
            throw new IllegalStateException("two accounts that cannot be joined");
        }
    }

    /// Everyone came at the rentrée but a few.
    private void visits(Monde monde) {
        comptes.come(
                monde.jour().minusDays(60).atTime(7, 30).toInstant(ZoneOffset.UTC),
                NEVER_CAME.stream().map(monde::personne).toList(),
                Stream.of(CLASSE_WITHOUT_SHEETS)
                        .map(classe -> reperes.classe(ACADEMIE, classe))
                        .toList());
    }

    private void doors(Monde monde) {
        int ordre = 0;
        for (var personnage : monde.distribution()) {
            entrees.add(personnage.compteId(), personnage.groupe(), personnage.nom(), personnage.montre(), ordre++);
        }
    }
}
