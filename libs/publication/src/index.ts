export { ImportPublicListUseCase } from './application/import-public-list.use-case.js';
export { PublishPublicTextUseCase } from './application/publish-public-text.use-case.js';
export {
  WritePublicTextUseCase,
  type WritePublicTextCommand,
} from './application/write-public-text.use-case.js';
export { askGate, type GateAnswer, type GateCode, type GateGround } from './domain/gate.js';
export { PublicationModule } from './publication.module.js';
