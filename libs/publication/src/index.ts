export { PublishCaseCardUseCase } from './application/publish-case-card.use-case.js';
export { PublicationModule } from './publication.module.js';
