package fr.entecole.liaison.surpapier;

import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;

/// A guardian of the class answers on paper, as her teacher has noted.
class ExempleSurPapier implements ExempleDeModule {

    @Override
    public String module() {
        return "liaison";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        monde.post(
                ENSEIGNANTE,
                "/liaison/sur-papier/" + monde.classe(),
                "personne",
                monde.personne(RESPONSABLE),
                "papier",
                "true");
        exemple.get("/liaison/sur-papier/{classe}")
                .with("classe", monde.classe())
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/sur-papier/{classe}")
                .with("classe", monde.classe())
                .field("personne", monde.personne(RESPONSABLE))
                .field("papier", "true")
                .answers(ENSEIGNANTE, DIRECTRICE);
    }
}
